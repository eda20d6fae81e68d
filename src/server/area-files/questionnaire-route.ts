import { z } from "zod";
import { ErrorResponse, OwnQuestionnaireFiles } from "#core/schema/wire";
import { type Api, problems } from "../api-shape";
import { packAnswers } from "../sync/pack-answers";
import type { AreaFiles } from "./area-files";

/** Gives a device one of the area's own questionnaires, as the policy names it. */
export const questionnaireRoute = (api: Api, { questionnaires }: AreaFiles): void => {
  void api.register((scope: Api, _options, done) => {
    packAnswers(scope);
    scope.get(
      "/api/questionnaires/:id/:version",
      {
        schema: {
          params: z.object({ id: z.string().max(120), version: z.coerce.number().int() }),
          response: { 200: OwnQuestionnaireFiles, 404: ErrorResponse, ...problems },
        },
      },
      async ({ params }, reply) => {
        const found = questionnaires.find(({ name }) => name.id === params.id && name.version === params.version);
        if (found === undefined) return reply.code(404).send({ error: "not-found" });
        // The very text that the hash is of, and not what a serializer would make of it.
        return reply
          .type("application/json; charset=utf-8")
          .serializer(String)
          .send(found.text as never);
      },
    );
    done();
  });
};
