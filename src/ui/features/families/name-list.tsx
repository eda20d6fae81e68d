import { useFormat } from "../../i18n/use-format";

/** Names as one says them, "Mum, Dad and Miss Ionescu", each in its own direction. */
export const NameList = ({ names }: { readonly names: readonly string[] }) => {
  const format = useFormat();
  return format
    .nameParts(names)
    .map(({ type, value }, index) => (type === "element" ? <bdi key={index}>{value}</bdi> : value));
};
