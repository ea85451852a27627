import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { shortLived } from './short-lived.ts';
import { viewsById } from './views-by-id.ts';

describe('what lets rendered pages die', () => {
  it('hides functions that are the value of a property, nested ones too, and no others', () => {
    const { code } = shortLived(
      'o.a=()=>{o.b=function(){}};let f=()=>1;const p={g:()=>2};o.c=o.d=f;ä["ü"]=async()=>3;',
    );
    assert.equal(
      code,
      'o.a=(0,()=>{o.b=(0,function(){})});let f=()=>1;const p={g:()=>2};o.c=o.d=f;ä["ü"]=(0,async()=>3);',
    );
  });

  it('puts another table in place of the map that views are found in, and only of that', () => {
    const script =
      'var a=new Map,b=new Map;function r(e){b.set(e[19],e)}function u(e){b.delete(e[19])}a.set(1,2);';
    const { code, hasRegister } = shortLived(script);
    assert.equal(hasRegister, true);
    assert.match(code, /^var a=new Map,b=\(function viewsById\(\)/);
    const check = `const v = { 19: 7 }; r(v); const had = b.get(7) === v; u(v); [had, b.get(7)]`;
    assert.deepEqual([...runInNewContext(`${code};${check}`)], [true, undefined]);
    assert.equal(shortLived('var a=new Map;function r(e){a.set(e.id,e)}').hasRegister, false);
    assert.deepEqual(shortLived(code), { code, hasRegister: true });
  });

  it('finds views by number, also where very old ones are still there', () => {
    const views = viewsById();
    const view = (id: number) => ({ id });
    const old = view(5);
    views.set(5, old);
    const young = view(5 + 16_384);
    views.set(young.id, young);
    assert.deepEqual([views.get(5), views.get(young.id), views.get(6)], [old, young, undefined]);
    views.delete(5);
    views.delete(6);
    assert.deepEqual([views.get(5), views.get(young.id)], [undefined, young]);
    views.delete(young.id);
    assert.equal(views.get(young.id), undefined);
    views.set(5, old);
    views.set(5, young);
    assert.equal(views.get(5), young);
  });
});
