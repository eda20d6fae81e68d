import { z } from "zod";

// The content security policy forbids code made at run time. zod would try it at the first object that it reads, and
// some are read as modules load: so this is imported before everything else.
z.config({ jitless: true });
