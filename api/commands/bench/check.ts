/** How many sheets of 40 questions the compiled check reads in a second, beside survey-core on the same sheets. */
import { type Benchmark, median, perSecond } from '../../../analysis/scripts/bench/benchmark.ts'
import { compile } from '../../../surveys/check.ts'
import { modelOf } from '../../../surveys/engine.ts'
import { answersOfTurn, forty } from './forty.ts'

const rounds = 5
const sheets = Array.from({ length: 200 }, (_, turn) => answersOfTurn(turn))

export const check: Benchmark = {
  name: 'check',
  title: 'Contrôle d’une fiche de 40 questions',
  async run(step) {
    const verdict = compile(forty)
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(perSecond((turn) => demand(verdict(sheets[turn % sheets.length]!).ok), 400))
      theirs.push(perSecond((turn) => demand(validatedBySurveyCore(turn)), 600))
      step((round + 1) / rounds)
    }
    const [checks, validations] = [median(ours), median(theirs)]
    return [
      { name: 'checksPerSecond', title: 'contrôle compilé', value: checks, unit: '/s' },
      { name: 'surveyCorePerSecond', title: 'survey-core, un modèle par fiche', value: validations, unit: '/s' },
      { name: 'ratio', title: 'contrôle compilé / survey-core', value: checks / validations, unit: '×' },
    ]
  },
}

function validatedBySurveyCore(turn: number): boolean {
  const model = modelOf(forty, 'fr')
  model.data = sheets[turn % sheets.length]!
  const isValid = model.validate(false)
  model.dispose()
  return isValid
}

function demand(accepted: boolean) {
  if (!accepted) throw new Error('a sheet of the benchmark was refused: it would measure refusals')
}
