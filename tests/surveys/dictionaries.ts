/** The dictionaries as files, for the tests that read them all. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Language } from '../../surveys/languages.ts'

const folder = resolve(import.meta.dirname, '../../surveys/dictionaries')
export const sections = ['screens', 'kiosk', 'exit', 'own', 'paper', 'engine', 'young', 'signing-in'] as const

export const dictionary = (language: Language, section: (typeof sections)[number]): object =>
  JSON.parse(readFileSync(resolve(folder, language, `${section}.json`), 'utf8'))
