/**
 * Words that many passwords are made of, letters only, most frequent first (`known-passwords.txt`).
 *
 * @source @zxcvbn-ts/language-common 4.1.3 (MIT, Dan Wheeler, Dropbox and zxcvbn-ts), its first 6,400 all-letter
 * entries, with French words of town halls and seasons put before them.
 */
import { readFileSync } from 'node:fs'

const words = readFileSync(new URL('./known-passwords.txt', import.meta.url), 'utf8')

export const knownPasswords: ReadonlySet<string> = new Set(words.trim().split('\n'))
