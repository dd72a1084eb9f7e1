import { type Problem, useSandboxApi } from './client.ts';

const { get, ids, set } = useSandboxApi();

const path = (list: string, rule: unknown) =>
  `/v1/ws/101/${list}?filters=${encodeURIComponent(JSON.stringify(rule))}`;
const leaf = (field: string, operator: string, value?: unknown) => ({ field, operator, value });

describe('operators', () => {
  it.each<[string, object, number[]]>([
    ['Actors', leaf('Email', 'equal', 'shared@rivages.example.org'), [1006, 1007]],
    ['Actors', { field: 'CompanyName', value: 'Nuage Cobalt' }, [1002]],
    ['Actors', leaf('ActorType', 'equal', 'Physical'), [1008, 1009, 1010, 1011]],
    ['Tasks', leaf('Label', 'notEqual', 'Supprimer le compte boutique'), [2002, 2004, 2005]],
    ['Tasks', leaf('Id', 'lessThan', 2004), [2002]],
    ['Tasks', leaf('Id', 'lessThanInclusive', 2004), [2002, 2004]],
    ['Tasks', leaf('Id', 'greaterThan', 2004), [2005, 2006]],
    ['Tasks', leaf('Id', 'greaterThanInclusive', '2004'), [2004, 2005, 2006]],
    ['Tasks', leaf('Id', 'in', [2002, 2006, 1]), [2002, 2006]],
    ['Tasks', leaf('Id', 'notIn', [2002, 2006]), [2004, 2005]],
    ['Actors', leaf('CompanyName', 'contains', 'rivages'), [1006, 1007]],
    ['Actors', leaf('FamilyName', 'doesNotContains', 'o'), [1008]],
    ['Tasks', leaf('AssignedToUserId', 'isNull'), [2004, 2005]],
    ['Tasks', leaf('AssignedToUserId', 'isNotNull'), [2002, 2006]],
    ['Tasks', leaf('Tags', 'isEmpty'), [2005, 2006]],
    ['Tasks', leaf('Tags', 'isNotEmpty'), [2002, 2004]],
    ['DataSubjectRequests', leaf('Purposes', 'includeAll', ['Opposition', 'Erasure']), [3002]],
    ['DataSubjectRequests', leaf('Purposes', 'excludeAll', ['Opposition', 'Access']), [3003, 3004]],
    ['DataSubjectRequests', leaf('Purposes', 'equal', 'Opposition'), [3002, 3006]],
    ['DataSubjectRequests', leaf('Complex', 'equal', true), [3004]],
    ['DataSubjectRequests', leaf('Complex', 'notEqual', 'true'), [3002, 3003, 3005, 3006]],
  ])('%s %j', async (list, rule, expected) => {
    expect(await ids(path(list, rule))).toEqual(expected);
  });

  it('dates: ten characters compare the day, more compare the moment', async () => {
    const { body } = await get<{ dateCreation: string }>('/v1/ws/101/Tasks/2004');
    const day = body.dateCreation.slice(0, 10);
    const found = (operator: string, value: string) =>
      ids(path('Tasks', leaf('DateCreation', operator, value)));
    expect(await found('equal', day)).toEqual([2004]);
    expect(await found('equal', body.dateCreation)).toEqual([2004]);
    expect(await found('lessThanInclusive', day)).toEqual([2002, 2004]);
    expect(await found('greaterThan', day)).toEqual([2005, 2006]);
    expect(await found('lessThan', body.dateCreation)).toEqual([2002]);
  });
});

describe('groups', () => {
  const urgent = leaf('Priority', 'equal', 'High');
  const first = leaf('Id', 'equal', 2002);
  const last = leaf('Id', 'equal', 2006);

  it.each<[string, object, number[]]>([
    ['And', { separator: 'And', rules: [urgent, first] }, [2002]],
    ['Or', { separator: 'Or', rules: [first, last] }, [2002, 2006]],
    [
      'nested',
      { separator: 'And', rules: [urgent, { separator: 'Or', rules: [first, last] }] },
      [2002],
    ],
    ['a root without separator is And', { rules: [urgent, first] }, [2002]],
    [
      'a nested group without separator is ignored',
      { separator: 'And', rules: [urgent, { rules: [first] }] },
      [2002, 2005],
    ],
    ['no rule matches nothing', { separator: 'And', rules: [] }, []],
    [
      'a nested group without rule matches nothing',
      { separator: 'And', rules: [urgent, { separator: 'Or', rules: [] }] },
      [],
    ],
  ])('%s', async (_case, rule, expected) => {
    expect(await ids(path('Tasks', rule))).toEqual(expected);
  });
});

describe('traps', () => {
  it.each<[string, string, object, number[]]>([
    [
      'an unknown enum name is the first member',
      'Actors',
      leaf('ActorType', 'equal', 'morale'),
      [1008, 1009, 1010, 1011],
    ],
    [
      'a number that cannot be read is 0',
      'Tasks',
      leaf('Id', 'greaterThan', 'many'),
      [2002, 2004, 2005, 2006],
    ],
    [
      'null of a type that is no text matches no notEqual',
      'Tasks',
      leaf('AssignedToUserId', 'notEqual', 1),
      [2002, 2006],
    ],
    [
      'a null text matches notEqual',
      'Actors',
      leaf('Email', 'notEqual', 'x'),
      [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012],
    ],
    [
      'dotted path to a record',
      'Tasks',
      leaf('AssignedToUser.FamilyName', 'equal', 'Brasquier'),
      [2002],
    ],
    [
      'dotted path into a collection: any element',
      'Tasks',
      leaf('Tags.Label', 'equal', 'Urgent'),
      [2002],
    ],
    ['no element, no match', 'Actors', leaf('Recipients.Label', 'contains', 'commandes'), [1003]],
  ])('%s', async (_case, list, rule, expected) => {
    expect(await ids(path(list, rule))).toEqual(expected);
  });

  it('contains and its opposite pass null texts by', async () => {
    const rules = [leaf('Email', 'contains', '@'), leaf('Email', 'doesNotContains', '@')];
    const found = await Promise.all(rules.map((rule) => ids(path('Actors', rule))));
    expect(found.flat()).not.toContain(1004);
  });
});

describe('refusals name Filters', () => {
  it.each<[string, unknown]>([
    ['unknown field', leaf('Nothing', 'equal', 1)],
    ['unknown dotted field', leaf('Tags.Nothing', 'equal', 1)],
    ['path through a text', leaf('Label.Nothing', 'equal', 1)],
    ['unknown operator', leaf('Id', 'equals', 1)],
    ['operator in another case', leaf('Id', 'Equal', 1)],
    ['separator in another case', { separator: 'and', rules: [] }],
    ['unknown property', { ...leaf('Id', 'equal', 1), type: 'integer' }],
    ['in without an array', leaf('Id', 'in', 1)],
    ['contains on a number', leaf('Id', 'contains', '1')],
    ['order of texts', leaf('Label', 'lessThan', 'x')],
    ['isEmpty on a text', leaf('Label', 'isEmpty')],
    ['no date', leaf('DateCreation', 'lessThan', 'soon')],
    ['comparison with a record', leaf('Area', 'equal', 'x')],
    ['no rule at all', []],
  ])('%s', async (_case, rule) => {
    const { status, body } = await get<Problem>(path('Tasks', rule));
    expect(status).toBe(400);
    expect(body.errors?.Filters).toHaveLength(1);
  });

  it('bad JSON', async () => {
    const { status, body } = await get<Problem>('/v1/ws/101/Tasks?filters=%7B');
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('Filters');
  });

  it('an unknown field is called InvalidField', async () => {
    const { body } = await get<Problem>(path('Tasks', leaf('Nothing', 'equal', 1)));
    expect(body.errors?.Filters?.[0]).toContain("InvalidField 'Nothing'");
  });
});

describe('switches', () => {
  it('field names in any casing, unless strict', async () => {
    const lower = path('Tasks', leaf('tags.label', 'equal', 'Urgent'));
    const pascal = path('Tasks', leaf('Tags.Label', 'equal', 'Urgent'));
    expect(await ids(lower)).toEqual([2002]);
    await set({ strictFilterCasing: true });
    expect((await get(lower)).status).toBe(400);
    expect(await ids(pascal)).toEqual([2002]);
  });

  it('texts without regard to case, unless sensitive', async () => {
    const shouted = path('Actors', leaf('Email', 'equal', 'SHARED@rivages.example.org'));
    const part = path('Actors', leaf('CompanyName', 'contains', 'rivages'));
    expect(await ids(shouted)).toEqual([1006, 1007]);
    await set({ stringCollation: 'sensitive' });
    expect(await ids(shouted)).toEqual([]);
    expect(await ids(part)).toEqual([]);
  });
});
