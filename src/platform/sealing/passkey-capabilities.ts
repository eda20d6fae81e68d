/** What this browser says that passkeys can do on it; nothing where it does not say. */
export const passkeyCapabilities = async (): Promise<Readonly<Record<string, boolean>>> => {
  const { PublicKeyCredential: known } = globalThis as {
    readonly PublicKeyCredential?: {
      readonly getClientCapabilities?: () => Promise<Readonly<Record<string, boolean>>>;
    };
  };
  try {
    return (await known?.getClientCapabilities?.()) ?? {};
  } catch {
    return {}; // a browser that offers it and does not answer has none
  }
};
