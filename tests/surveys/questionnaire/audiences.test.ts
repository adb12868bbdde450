import { expect, test } from 'vitest'
import {
  audienceRows,
  audiences,
  calledOf,
  isForYoung,
  marginOf,
  marginUnits,
  minutesFor,
  populationOf,
  units,
} from '../../../surveys/questionnaire/audiences.ts'

test('persons are called by their audience, all others by what a response stands for', () => {
  expect(calledOf('persons', 'professionals').answering).toEqual([
    'professionnel répondant',
    'professionnels répondants',
  ])
  expect(calledOf('persons', 'young-16-25').hundred.fr).toBe('jeunes de 16 à 25 ans')
  expect(calledOf('households', 'families').many).toBe('familles')
  for (const audience of audiences) expect(calledOf('communes', audience).many).toBe('communes')
})

test('each unit is one of a population that the staff can count', () => {
  for (const audience of audiences) for (const unit of units) expect(populationOf(unit, audience)).toBeTruthy()
  expect(populationOf('persons', 'young-11-15')).toBe('jeunes')
  expect(populationOf('persons', 'inhabitants')).toBe('habitants')
  expect(populationOf('employers', 'employers')).toBe('employeurs')
})

test('only the young are told « tu », and they are the only ones of an age', () => {
  expect(audiences.filter(isForYoung)).toEqual(audiences.filter((one) => audienceRows[one].ages !== null))
})

test('the margins of a public weight no other one', () => {
  expect(marginOf('persons', 'young-11-15')).toBe('personnes')
  expect(marginOf('persons', 'professionals')).toBe('professionnels')
  expect(marginOf('persons', 'inhabitants')).toBe('habitants')
  expect(marginOf('households', 'families')).toBe('ménages')
  for (const audience of audiences) for (const unit of units) expect(marginUnits).toContain(marginOf(unit, audience))
})

test('an audience of a later edition is read as everyone', () => {
  expect(minutesFor('martians')).toBe(minutesFor('everyone'))
  expect(calledOf('persons', 'martians').many).toBe('personnes')
})
