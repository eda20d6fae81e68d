import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import structure from "../../../questionnaires/nd-profile/v1/structure.json";
import wording from "../../../questionnaires/nd-profile/v1/en-GB.json";

/**
 * The page to compare with: React Hook Form as its own guide begins, with the same questions, the same number of
 * choices and nine notes, and nothing else: no line, no marks, no saving, no style.
 */
const BareForm = () => {
  const { register } = useForm<{ readonly answers: readonly string[]; readonly notes: readonly string[] }>();
  return (
    <form>
      {STRANDS.map((strand, strandIndex) => (
        <section key={strand.id} data-strand={strand.id}>
          <h2>{strand.heading}</h2>
          <label>
            Note
            <textarea {...register(`notes.${strandIndex}`)} />
          </label>
          {strand.questions.map(({ index, words }) => (
            <fieldset key={index}>
              <legend>{words}</legend>
              {CHOICES.map((choice) => (
                <label key={choice}>
                  <input type="radio" value={choice} {...register(`answers.${index}`)} />
                  {choice}
                </label>
              ))}
            </fieldset>
          ))}
        </section>
      ))}
    </form>
  );
};

/** Nine choices to a question, as in the app: five of how often, and four other answers. */
const CHOICES = [
  ...Object.values(wording.choices).slice(0, 5),
  "Does not apply",
  "Don't know",
  "Rather not",
  "Not asked",
];

const STRANDS = structure.strands.map(({ id, prompts }, strandIndex) => {
  const words = wording.strands[id as keyof typeof wording.strands];
  const wordsByPromptId: Readonly<Record<string, string>> = words.prompts;
  return {
    id,
    heading: words.family,
    questions: prompts
      .filter(({ bands }) => bands.includes("primary"))
      .map((prompt, index) => ({ index: strandIndex * 100 + index, words: wordsByPromptId[prompt.id] })),
  };
});

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(<BareForm />);
