import { describeServer } from "../support/server/describe-server";
import { keepInPostgres } from "../support/server/keepers";

describeServer(keepInPostgres);
