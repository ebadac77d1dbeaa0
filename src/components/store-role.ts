/** What an own store is for: `authentication`, users with their tokens; `profile`, profiles whose users another service signs in. */
export type StoreRole = "authentication" | "profile";
