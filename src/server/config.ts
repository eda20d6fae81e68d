import { isIP } from "node:net";
import { parseArgs } from "node:util";
import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import type { HowOften } from "./sync/how-often";

/** What the server is told by its surroundings, read once at the start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicOrigin: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Made-up families only, in `dataDir`; or real ones, in the PostgreSQL database that was named. */
  readonly area: "practice" | "real";
  readonly databaseUrl?: string;
  /** What whoever asks for the counts must bring; without it there are none. */
  readonly metricsToken?: string;
  readonly howOften: HowOften;
  /** The addresses of proxies that may say for whom they ask. */
  readonly trustedProxies?: readonly string[];
  /** Whether practice was asked for, or is merely all there is. */
  readonly practiceAsked: boolean;
}

const LogLevel = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);
type LogLevel = z.infer<typeof LogLevel>;

const PublicOrigin = z.string().refine(isUsableOrigin, {
  error: "must be an address such as https://strandline.example, without a path; http is for localhost only",
});

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a number from 0 to 65535")
    .default(8080),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_ORIGIN: PublicOrigin.optional(),
  DATA_DIR: z.string().default("./data"),
  LOG_LEVEL: LogLevel.default("warn"),
  REQUESTS_A_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be a number from 1")
    .transform(Number)
    .default(600),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(",").map((each) => each.trim()))
    .refine((each) => each.every((address) => isIP(address) !== 0), "must be IP addresses with commas between them")
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~-]{16,200}$/, "must be 16 or more letters, digits and . ~ _ -")
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, "must be an address such as postgres://user:password@host:5432/database")
    .optional(),
});

/** One address may ask for as many people as this would. */
const ADDRESS_TIMES = 10;

/**
 * Reads the configuration from the environment and the command line.
 *
 * Missing an empty variable counts as one that is not set.
 * Errors  `BadConfig` names every variable and flag at fault, and why; values are not repeated.
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Result<Config, BadConfig> => {
  const flags = readFlags(args);
  const environment = Environment.safeParse(withoutEmpty(env));
  const isMixed = flags.ok && flags.value.practice && (env["DATABASE_URL"] ?? "").trim() !== "";
  if (flags.ok && environment.success && !isMixed) {
    const { PORT, HOST, PUBLIC_ORIGIN, DATA_DIR, LOG_LEVEL, DATABASE_URL, METRICS_TOKEN } = environment.data;
    const { REQUESTS_A_MINUTE, TRUSTED_PROXIES } = environment.data;
    return ok({
      port: PORT,
      host: HOST,
      publicOrigin: PUBLIC_ORIGIN ?? `http://localhost:${PORT}`,
      dataDir: DATA_DIR,
      logLevel: LOG_LEVEL,
      area: DATABASE_URL === undefined ? "practice" : "real",
      ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
      ...(METRICS_TOKEN === undefined ? {} : { metricsToken: METRICS_TOKEN }),
      howOften: { perAccount: REQUESTS_A_MINUTE, perAddress: REQUESTS_A_MINUTE * ADDRESS_TIMES },
      ...(TRUSTED_PROXIES === undefined ? {} : { trustedProxies: TRUSTED_PROXIES }),
      practiceAsked: flags.value.practice,
    });
  }
  return err({
    type: "BadConfig",
    faults: [
      ...(flags.ok ? [] : flags.error),
      ...(isMixed
        ? [{ name: "--practice", reason: "and DATABASE_URL are never used together: unset one of them" }]
        : []),
      ...(environment.error?.issues ?? []).map(({ path, message }) => ({ name: path.join("."), reason: message })),
    ],
  });
};

export interface BadConfig {
  readonly type: "BadConfig";
  readonly faults: readonly ConfigFault[];
}

/** One variable or flag that cannot be used. */
export interface ConfigFault {
  readonly name: string;
  readonly reason: string;
}

const readFlags = (args: readonly string[]): Result<{ practice: boolean }, ConfigFault[]> => {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: { practice: { type: "boolean" } },
  });
  const faults = tokens.flatMap((token): ConfigFault[] => {
    if (token.kind === "option-terminator") return [];
    if (token.kind === "positional")
      return [{ name: token.value, reason: "is not understood; the only flag is --practice" }];
    if (token.name !== "practice")
      return [{ name: token.rawName, reason: "is not a flag; the only one is --practice" }];
    return token.value === undefined ? [] : [{ name: token.rawName, reason: "takes no value" }];
  });
  return faults.length > 0 ? err(faults) : ok({ practice: tokens.some((token) => token.kind === "option") });
};

const withoutEmpty = (env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));

/** Where browsers find a server that listens on a port, which may be of the system's choice. */
export const originOn = ({ publicOrigin }: Pick<Config, "publicOrigin">, port: number | undefined): string =>
  port === undefined ? publicOrigin : publicOrigin.replace(/:0$/, `:${port}`);

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol);
}

/** Service workers and passkeys work on https, and on localhost by name. */
function isUsableOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.origin === text && (url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "localhost"))
  );
}
