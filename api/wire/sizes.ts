/** The largest bodies the api takes, in bytes. */
export const answerBytes = 64 * 1024
/** Answers begun, encrypted and in base64url: somewhat more than the response they become. */
export const carriedCharacters = 120 * 1024
/** A picture of an answer, once decoded. */
export const pictureBytes = 200_000
/** A logo, once decoded. */
export const logoBytes = 150_000
