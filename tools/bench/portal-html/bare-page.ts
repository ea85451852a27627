import { Component, NO_ERRORS_SCHEMA, type Type } from '@angular/core';

type ComponentType = Type<unknown>;

/** Where an element of the product's own components begins or ends. */
const OWN_ELEMENT = /<(\/?)(reihe-[\w-]+)[^>]*>/g;

interface Open {
  template: string;
  parts: ComponentType[];
}

/**
 * A page's markup as Angular components: one for each component the product has in that place, each with a template of plain
 * markup. As many elements and components as the page, and nothing that binds, asks, formats or translates.
 */
export function barePageOf(html: string, selector: string): ComponentType {
  const open: Open[] = [{ template: '', parts: [] }];
  let count = 0;
  let from = 0;
  for (const match of html.matchAll(OWN_ELEMENT)) {
    const [tag, isEnd] = match;
    last(open).template += html.slice(from, match.index);
    from = match.index + tag.length;
    if (!isEnd) {
      open.push({ template: '', parts: [] });
      continue;
    }
    const inner = open.pop();
    if (!inner) throw new Error('The page ends a component that it did not begin.');
    const name = `bare-part-${count++}`;
    const outer = last(open);
    outer.template += `<${name}></${name}>`;
    outer.parts.push(componentOf(name, inner));
  }
  const page = last(open);
  page.template += html.slice(from);
  return componentOf(selector, page);
}

function componentOf(selector: string, { template, parts }: Open): ComponentType {
  class Bare {}
  return Component({ selector, template, imports: parts, schemas: [NO_ERRORS_SCHEMA] })(Bare) ?? Bare;
}

function last(open: Open[]): Open {
  const found = open.at(-1);
  if (!found) throw new Error('The page ends a component that it did not begin.');
  return found;
}
