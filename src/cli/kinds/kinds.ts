import { exportedProfile } from "./exported-profile";
import { fhirBundle } from "./fhir-bundle";
import { fhirQuestionnaire } from "./fhir-questionnaire";
import type { FileKind } from "./file-kind";
import { goldenCases } from "./golden-cases";
import { goldenPages } from "./golden-pages";
import { profileStructure } from "./profile-structure";
import { questionnaireStructure } from "./questionnaire-structure";
import { releasedFiles } from "./released-files";
import { rescueFile } from "./rescue-file";
import { strategiesStructure } from "./strategies-structure";
import { withdrawnWording } from "./withdrawn-wording";
import { whereItGoesStructure } from "./where-it-goes-structure";
import { wordsOfOneLanguage } from "./words-of-one-language";
import { wordsOfPages } from "./words-of-pages";
import { wordsOfStrategies } from "./words-of-strategies";
import { wordsOfWhereItGoes } from "./words-of-where-it-goes";

/** Every kind of file that `validate` knows; the first that says "mine" checks it. One file a kind. */
export const fileKinds: readonly FileKind[] = [
  exportedProfile,
  rescueFile,
  fhirBundle,
  fhirQuestionnaire,
  releasedFiles,
  withdrawnWording,
  strategiesStructure,
  wordsOfStrategies,
  whereItGoesStructure,
  wordsOfWhereItGoes,
  questionnaireStructure,
  wordsOfPages,
  profileStructure,
  goldenPages,
  goldenCases,
  wordsOfOneLanguage,
];
