import { Fragment } from "react";
import { unreachable } from "#core/result";
import type { Block, Document, List, Paragraph, Table } from "#report/document";
import { DocumentChart } from "./document-chart";
import { isPaperBlock, PaperBlockView } from "./paper-block-view";
import styles from "./document.module.css";

/** A document as it will be printed, on the screen: the same blocks in the same order. */
export const DocumentView = ({ document }: { readonly document: Document }) => {
  const { running, direction, blocks } = document;
  return (
    <article className={styles.page} dir={direction}>
      <p className={styles.running}>
        <span>{running.top}</span>
        {running.practice !== undefined && <b className={styles.practice}>{running.practice}</b>}
      </p>
      {blocks.map((block, at) => (
        // A document never changes while it is shown: the place of a block is its name.
        <Fragment key={at}>
          <BlockView block={block} />
        </Fragment>
      ))}
      <p className={styles.running}>{running.bottom}</p>
    </article>
  );
};

const BlockView = ({ block }: { readonly block: Block }) => {
  if (isPaperBlock(block)) return <PaperBlockView block={block} />;
  switch (block.kind) {
    case "heading":
      // The screen has a heading of its own above these.
      if (block.level === 1) return <h2>{block.text}</h2>;
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case "paragraph":
      return <ParagraphView paragraph={block} />;
    case "list":
      return <ListView list={block} />;
    case "table":
      return <TableView table={block} />;
    case "chart":
      return <DocumentChart chart={block} />;
    case "notice":
      return <p className={styles.notice}>{block.text}</p>;
    default:
      return unreachable(block);
  }
};

const ParagraphView = ({ paragraph: { look, label, text } }: { readonly paragraph: Paragraph }) => (
  <p data-look={look} {...(look === "said" && label === undefined ? { dir: "auto" } : {})}>
    {label !== undefined && <b>{label} </b>}
    {label === undefined ? text : <bdi>{text}</bdi>}
  </p>
);

const ListView = ({ list }: { readonly list: List }) => (
  <ul>
    {list.items.map(({ text, by }, at) => (
      <li key={at}>
        <bdi>{text}</bdi> {by !== undefined && <span className={styles.quiet}>{by}</span>}
      </li>
    ))}
  </ul>
);

const TableView = ({ table }: { readonly table: Table }) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={table.caption}>
    <table className={styles.table}>
      <caption className="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((paragraphs, column) => {
              const said = paragraphs.map((each, at) => <ParagraphView key={at} paragraph={each} />);
              return column === 0 ? (
                <th key={column} scope="row">
                  {said}
                </th>
              ) : (
                <td key={column}>{said}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
