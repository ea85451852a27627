import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare } from './messages.ts';

const problems = (source: string, translated: Record<string, string>, language = 'fr') =>
  compare({ 'a.b': source }, translated, {}, language).map(({ problem }) => problem);

describe('translations of one application', () => {
  it('lack what is not there, is empty, or has other placeholders', () => {
    assert.deepEqual(problems('Yes', {}), ['missing']);
    assert.deepEqual(problems('Yes', { 'a.b': ' ' }), ['empty']);
    assert.deepEqual(problems('{$count} places', { 'a.b': '{$number} places' }), ['placeholders']);
    assert.deepEqual(problems('Yes', { 'a.b': 'Oui', 'c.d': 'Non' }), ['unused']);
  });

  it('are set as French is: no line ends before high signs, nor inside quotation marks', () => {
    for (const words of ['Vraiment ?', 'Vraiment?', 'Heure : {$x}', '« Oui »', '«Oui»', "L'heure"])
      assert.deepEqual(problems(words, { 'a.b': words }), ['typography'], words);
    for (const words of ['Vraiment\u00a0?', 'Heure\u00a0: 10:30', '«\u00a0Oui\u00a0»', 'https://', 'L’heure'])
      assert.deepEqual(problems(words, { 'a.b': words }), [], words);
  });

  it('open a question where Spanish does', () => {
    assert.deepEqual(problems('Really?', { 'a.b': 'Seguro?' }, 'es'), ['typography']);
    assert.deepEqual(problems('Really?', { 'a.b': '¿Seguro?' }, 'es'), []);
  });
});
