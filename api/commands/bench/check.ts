/** Measures how many responses of 40 questions the compiled validator reads a second, beside survey-core on the same responses. */
import { type Benchmark, median, perSecond } from '../../../analysis/scripts/bench/benchmark.ts'
import { modelOf } from '../../../surveys/answers/engine.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { answersOfTurn, forty } from './forty.ts'

const answerSets = Array.from({ length: 200 }, (_, turn) => answersOfTurn(turn))

export const check: Benchmark = {
  name: 'check',
  title: 'Contrôle d’une fiche de 40 questions',
  async run(step, { isShort }) {
    const [rounds, msEach] = isShort ? [1, 20] : [5, 400]
    const verdict = compileValidator(forty)
    const filled = answerSets.slice(0, 10).map(modelOfAnswers)
    const rates = { ours: [] as number[], validate: [] as number[], whole: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      rates.ours.push(perSecond((turn) => demand(verdict(answerSets[turn % answerSets.length]!).ok), msEach))
      rates.validate.push(perSecond((turn) => demand(filled[turn % filled.length]!.validate(false)), msEach))
      rates.whole.push(perSecond((turn) => demand(validated(answerSets[turn % answerSets.length]!)), 1.5 * msEach))
      step((round + 1) / rounds)
    }
    for (const model of filled) model.dispose()
    const [checks, validate, whole] = [median(rates.ours), median(rates.validate), median(rates.whole)]
    return [
      { name: 'checksPerSecond', title: 'contrôle compilé', value: checks, unit: '/s' },
      { name: 'validatesPerSecond', title: 'survey-core, validate() seul', value: validate, unit: '/s' },
      { name: 'wholePerSecond', title: 'survey-core, un modèle par fiche', value: whole, unit: '/s' },
      { name: 'ratio', title: 'contrôle compilé / validate() seul', value: checks / validate, unit: '×' },
      { name: 'wholeRatio', title: 'contrôle compilé / un modèle par fiche', value: checks / whole, unit: '×' },
    ]
  },
}

function modelOfAnswers(answers: Answers) {
  const model = modelOf(forty, 'fr')
  model.data = answers
  return model
}

/** What a server would have to do for each response that arrives. */
function validated(answers: Answers): boolean {
  const model = modelOfAnswers(answers)
  const isValid = model.validate(false)
  model.dispose()
  return isValid
}

function demand(accepted: boolean) {
  if (!accepted) throw new Error('a response of the benchmark was refused: it would measure refusals')
}
