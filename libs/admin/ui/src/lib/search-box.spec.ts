import { TestBed } from '@angular/core/testing';
import { SearchBox } from './search-box';

describe('the search of a list', () => {
  function aBox() {
    const fixture = TestBed.createComponent(SearchBox);
    fixture.componentRef.setInput('label', 'Search sessions');
    fixture.detectChanges();
    const asked: string[] = [];
    fixture.componentInstance.queryChange.subscribe((query) => asked.push(query));
    const input = (fixture.nativeElement as HTMLElement).querySelector('input');
    if (!input) throw new Error('There is no field.');
    const type = (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    return { asked, input, type };
  }

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once, after a pause', () => {
    const { asked, type } = aBox();
    type('wa');
    type('water ');
    expect(asked).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(asked).toEqual(['water']);
  });

  it('asks at once when it is left, and never again: what is chosen next is not called back', () => {
    const { asked, input, type } = aBox();
    type('water');
    input.dispatchEvent(new Event('blur'));
    expect(asked).toEqual(['water']);
    jest.advanceTimersByTime(1_000);
    input.dispatchEvent(new Event('blur'));
    expect(asked).toEqual(['water']);
  });
});
