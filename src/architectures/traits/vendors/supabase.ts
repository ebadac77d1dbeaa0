import { known, type Traits } from "../../../scenario/traits.js";
import { read } from "../read.js";

export const SUPABASE: Traits = {
  hashExport: known(
    "yes",
    "the auth schema with its bcrypt hashes lies in your own PostgreSQL",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "high"),
  ),
  hashImport: known(
    "yes",
    "bcrypt hashes can be written into the auth schema",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "medium"),
  ),
  totpExport: known(
    "yes",
    "all tables of the auth schema can be copied",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "medium"),
  ),
  residency: known(
    [
      "us-west-1",
      "us-west-2",
      "us-east-1",
      "us-east-2",
      "ca-central-1",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "eu-central-1",
      "eu-central-2",
      "eu-north-1",
      "ap-south-1",
      "ap-southeast-1",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-southeast-2",
      "sa-east-1",
    ],
    "one Region of AWS is chosen for each project",
    read("https://supabase.com/docs/guides/platform/regions", "high"),
  ),
  sla: known([], "99.9 % is promised to Enterprise customers", read("https://supabase.com/sla", "medium")),
};
