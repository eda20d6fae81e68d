/** Three of the nine lines with their marks. */
export const BrandMark = () => (
  <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true" focusable="false">
    <g strokeWidth="2.4" strokeLinecap="round" fill="none" stroke="currentColor">
      <path d="M2 4h26M2 11h26M2 18h26" />
      <path d="M17 1l6 6m0-6l-6 6M6 8l6 6m0-6l-6 6M13 15l6 6m0-6l-6 6" style={{ stroke: "var(--voice-child)" }} />
    </g>
  </svg>
);
