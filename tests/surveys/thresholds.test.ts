import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const says = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((file) =>
    readFileSync(resolve(root, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      .some((line) =>
        /(?<![\d,.])(?:11|onze|30|trente)\s(?:réponses|nouvelles|nouveaux|textes|présences|personnes|people|(?:à|to)\s29)/.test(
          line,
        ),
      ),
  )

// « moins de 11 » stood in seven sentences of the screens: a threshold of 10 would have made them false
test('the code says the thresholds by their names, and CONTRIBUTING.md where words say the number', () => {
  expect(says('{surveys,analysis,api,client}/**/*.{ts,tsx}')).toEqual([])
  const words = says('{surveys,authorities}/**/*.json')
  expect(words.length).toBeGreaterThan(5)
  expect(
    words.filter((file) => !/^surveys\/(dictionaries\/[\w-]+\/exit|questionnaire\/founding\/)/.test(file)),
  ).toEqual([])
  expect(readFileSync(resolve(root, 'CONTRIBUTING.md'), 'utf8')).toMatch(
    /`surveys\/dictionaries\/\*\/exit\.json`.*`surveys\/questionnaire\/founding\/`/,
  )
})
