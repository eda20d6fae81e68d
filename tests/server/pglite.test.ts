import { describeServer } from "../support/server/describe-server";
import { keepInMemory } from "../support/server/keepers";

describeServer(keepInMemory);
