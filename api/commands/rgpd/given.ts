/** What somebody gives by standard input: neither the history of a shell, nor the list of processes, nor a log sees it. */
import { createInterface } from 'node:readline'
import { CommandError } from '../../../cli/command.ts'
import { codeLength, wordOf, wordsIn } from '../../../surveys/answers/withdrawal-words.ts'

/** Lines of standard input until `isEnough`. */
async function typedUntil(asked: string, isEnough: (text: string) => boolean): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write(`${asked}, puis Entrée :\n`)
  let typed = ''
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    typed += `${line}\n`
    if (isEnough(typed)) break
  }
  process.stdin.destroy()
  return typed
}

export async function reachGiven(): Promise<string> {
  const reach = (await typedUntil('Tapez le numéro ou l’adresse électronique', (text) => text.trim() !== '')).trim()
  if (reach === '') throw new CommandError('Il faut un numéro de téléphone ou une adresse électronique.')
  return reach
}

/** @throws CommandError that never quotes what was typed */
export async function wordsGiven(): Promise<string[]> {
  const text = await typedUntil('Tapez les douze mots de la personne', (so) => wordsIn(so).length >= codeLength)
  const typed = wordsIn(text)
  if (typed.length !== codeLength)
    throw new CommandError(`Il faut douze mots, séparés par des espaces : ${typed.length} ont été lus.`)
  const words = typed.map(wordOf)
  const wrong = words.indexOf(null)
  if (wrong >= 0)
    throw new CommandError(
      `Le mot numéro ${wrong + 1} n’est pas dans la liste : relisez-le avec la personne. Quatre lettres suffisent.`,
    )
  return words as string[]
}
