import { unreachable } from "#core/result";
import type { Block } from "#report/document";
import type { EmptyLine, Fields, Room, Sheet, Ticks } from "#report/paper-blocks";
import { PlacePicture } from "../../components/line/place-picture";
import styles from "./document.module.css";

type PaperBlock = Sheet | EmptyLine | Ticks | Room | Fields;

const HAND_FILLED: readonly Block["kind"][] = ["sheet", "empty-line", "ticks", "room", "fields"];

export const isPaperBlock = (block: Block): block is PaperBlock => HAND_FILLED.includes(block.kind);

/** What is filled in by hand, as it will be printed. Nothing of it takes an answer here. */
export const PaperBlockView = ({ block }: { readonly block: PaperBlock }) => {
  switch (block.kind) {
    case "sheet":
      return (
        <p className={styles.sheet}>
          <b>{block.whose}</b>
          <span>
            <span className={styles.quiet}>{block.label}</span>
            <b className={styles.code} dir="ltr">
              {block.code}
            </b>
          </span>
        </p>
      );
    case "empty-line":
      return <EmptyLineView line={block} />;
    case "ticks":
      return (
        <div>
          {block.label !== undefined && <p className={styles.asked}>{block.label}</p>}
          <ul className={styles.ticks}>
            {block.items.map((text) => (
              <li key={text}>
                <span className={styles.box} aria-hidden="true" /> {text}
              </li>
            ))}
          </ul>
        </div>
      );
    case "room":
      return (
        <div>
          {block.label !== undefined && <p className={styles.asked}>{block.label}</p>}
          <Rules lines={block.lines} />
        </div>
      );
    case "fields":
      return (
        <div className={styles.fields}>
          {block.items.map(({ label }) => (
            <p key={label} className={styles.field}>
              {label}
              <span className={styles.rule} aria-hidden="true" />
            </p>
          ))}
        </div>
      );
    default:
      return unreachable(block);
  }
};

const PLACES = ["left", "middle", "right"] as const;

/** Left is "needs a lot of support here" whichever way the words run. */
const EmptyLineView = ({ line: { alt, pictures, places } }: { readonly line: EmptyLine }) => (
  <div>
    <div className={styles.emptyLine} role="img" aria-label={alt} dir="ltr" />
    <div className={styles.places} dir="ltr">
      {places.map(({ words, about }, at) => (
        <p key={words} dir="auto">
          {pictures && <PlacePicture place={PLACES[at] ?? "middle"} />}
          <b>{words}</b> {about !== undefined && <span>{about}</span>}
        </p>
      ))}
    </div>
  </div>
);

const Rules = ({ lines }: { readonly lines: number }) => (
  <div aria-hidden="true">
    {Array.from({ length: lines }, (_, at) => (
      <div key={at} className={styles.rule} />
    ))}
  </div>
);
