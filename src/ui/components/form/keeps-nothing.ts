/**
 * The id of an empty form in index.html, with `autocomplete` off, that every text area and list belongs to.
 *
 * [Note: The browser keeps what is typed] To bring tabs back after a crash, Chromium writes the state of form controls
 * to its session files, in the open. It leaves out an `input` that says `autocomplete="off"`, a choice
 * too; a text area and a list it
 * leaves out only where their form says so, and most of ours stand in none. What is pressed to send is a button, so the
 * form that a text area belongs to never matters otherwise (tests/e2e/canary.test.ts).
 */
export const KEEPS_NOTHING = "keeps-nothing";
