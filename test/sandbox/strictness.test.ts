import { type Problem, useSandboxApi, validActor, validRequest, validTask } from './client.ts';

const { get, post, set } = useSandboxApi();

const long = (length: number) => 'x'.repeat(length);
const tag = (id: number, type: string) => ({ id, type, label: 'any', color: '#FFFFFF' });

const tasks = '/v1/ws/101/Tasks';
const requests = '/v1/ws/101/DataSubjectRequests';
const actors = '/v1/ws/101/Actors';
const attach = '/v1/ws/101/DataProcessings/recipients/batch';
const hooks = '/v1/WebHookUrls';
const link = {
  actorIds: [1001],
  dataProcessingId: '00000101-0001-4000-8000-000000000002',
  type: 'Referent',
};
const hook = { url: 'http://127.0.0.1:9/', subscribedEvents: ['TaskCreation'] };

describe('bodies are refused, with the field', () => {
  it.each<[path: string, valid: object, change: object, field: string]>([
    // Unknown properties, and names in another case.
    [tasks, validTask, { Label: 'x' }, 'Label'],
    [tasks, validTask, { id: 5 }, 'Id'],
    [requests, validRequest, { state: 'Closed' }, 'State'],
    [actors, validActor, { displayName: 'x' }, 'DisplayName'],
    [attach, link, { actorId: 1 }, 'ActorId'],
    [hooks, hook, { workspaceId: 101 }, 'WorkspaceId'],
    // Enumerations, whose case counts.
    [tasks, validTask, { priority: 'medium' }, 'Priority'],
    [tasks, validTask, { objectType: 'Nothing', objectId: '1' }, 'ObjectType'],
    [requests, validRequest, { purposes: ['access'] }, 'Purposes[0]'],
    [requests, validRequest, { channel: 'zapier' }, 'Channel'],
    [requests, validRequest, { personCategory: 'Nobody' }, 'PersonCategory'],
    [actors, validActor, { actorType: 'morale' }, 'ActorType'],
    [attach, link, { type: 'recipient' }, 'Type'],
    [attach, { ...link, type: 'Recipient' }, { recipientType: 'vendor' }, 'RecipientType'],
    [hooks, hook, { subscribedEvents: ['taskCreation'] }, 'SubscribedEvents[0]'],
    // Lengths.
    [tasks, validTask, { label: long(121) }, 'Label'],
    [tasks, validTask, { tags: [{ ...tag(305, 'Task'), label: long(361) }] }, 'Tags[0].Label'],
    [requests, validRequest, { locale: long(11) }, 'Locale'],
    [requests, validRequest, { email: long(256) }, 'Email'],
    [requests, validRequest, { familyName: long(181) }, 'FamilyName'],
    [requests, validRequest, { zipCode: long(9) }, 'ZipCode'],
    [requests, validRequest, { countryCode: 'FRA' }, 'CountryCode'],
    [actors, validActor, { phoneNumber: long(21) }, 'PhoneNumber'],
    [actors, validActor, { contactName: long(251) }, 'ContactName'],
    [attach, link, { label: long(251) }, 'Label'],
    // Types.
    [tasks, validTask, { label: 5 }, 'Label'],
    [tasks, validTask, { areaId: '201' }, 'AreaId'],
    [tasks, validTask, { projectId: 'p' }, 'ProjectId'],
    [tasks, validTask, { priority: null }, 'Priority'],
    [requests, validRequest, { complex: 'true' }, 'Complex'],
    [requests, validRequest, { purposes: 'Access' }, 'Purposes'],
    [requests, validRequest, { areaId: 201.5 }, 'AreaId'],
    [requests, validRequest, { customFields: { '13_long': {} } }, 'CustomFields.13_long'],
    [hooks, hook, { url: 'not a url' }, 'Url'],
    [hooks, hook, { url: 'ftp://127.0.0.1/' }, 'Url'],
    // Dates.
    [tasks, validTask, { deadline: 'tomorrow' }, 'Deadline'],
    [tasks, validTask, { deadline: '2026-02-30' }, 'Deadline'],
    [tasks, validTask, { deadline: '2026-12-01 10:00' }, 'Deadline'],
    [tasks, validTask, { deadline: '2026-12-01T10:00:00.12345678Z' }, 'Deadline'],
    [tasks, validTask, { deadline: '01/02/2026' }, 'Deadline'],
    [tasks, validTask, { deadline: '2026-02-03T25:00:00Z' }, 'Deadline'],
    [requests, validRequest, { expiryTime: 1_700_000_000 }, 'ExpiryTime'],
    // Missing or empty.
    [tasks, validTask, { label: undefined }, 'Label'],
    [tasks, validTask, { label: '' }, 'Label'],
    [requests, validRequest, { title: undefined }, 'Title'],
    [requests, validRequest, { locale: undefined }, 'Locale'],
    [requests, validRequest, { areaId: undefined }, 'AreaId'],
    [requests, validRequest, { purposes: undefined }, 'Purposes'],
    [requests, validRequest, { purposes: [] }, 'Purposes'],
    [attach, link, { actorIds: undefined }, 'ActorIds'],
    [attach, link, { actorIds: [] }, 'ActorIds'],
    [attach, link, { dataProcessingId: undefined }, 'DataProcessingId'],
    [attach, link, { type: undefined }, 'Type'],
    [hooks, hook, { url: undefined }, 'Url'],
    // Fields that go together.
    [tasks, validTask, { objectType: 'Actor' }, 'ObjectId'],
    [tasks, validTask, { objectId: '1001' }, 'ObjectId'],
    [attach, link, { recipientType: 'Vendor' }, 'RecipientType'],
    [attach, link, { jobTitle: 'Processor' }, 'JobTitle'],
    // Records that do not exist, or not of that kind.
    [tasks, validTask, { areaId: 231 }, 'AreaId'],
    [tasks, validTask, { assignedToUserId: 999 }, 'AssignedToUserId'],
    [tasks, validTask, { ownerId: 999 }, 'OwnerId'],
    [tasks, validTask, { projectId: '00000999-0002-4000-8000-000000000001' }, 'ProjectId'],
    [tasks, validTask, { iterationId: '00000999-0003-4000-8000-000000000001' }, 'IterationId'],
    [tasks, validTask, { workFlowStepId: 405 }, 'WorkFlowStepId'],
    [tasks, validTask, { parentId: 999 }, 'ParentId'],
    [tasks, validTask, { objectType: 'Actor', objectId: '2002' }, 'ObjectId'],
    [tasks, validTask, { objectType: 'DataSubjectRequest', objectId: '3004' }, 'ObjectType'],
    [tasks, validTask, { tags: [tag(305, 'Task'), tag(999, 'Task')] }, 'Tags[1].Id'],
    [tasks, validTask, { tags: [tag(302, 'Task')] }, 'Tags[0].Id'],
    [tasks, validTask, { tags: [tag(305, 'Actor')] }, 'Tags[0].Type'],
    [requests, validRequest, { operatorId: 999 }, 'OperatorId'],
    [requests, validRequest, { workFlowStepId: 401 }, 'WorkFlowStepId'],
    [requests, validRequest, { subjectCategoryId: 531 }, 'SubjectCategoryId'],
    [requests, validRequest, { tags: [tag(302, 'DataSubjectRequest')] }, 'Tags[0].Type'],
    [actors, validActor, { tags: [tag(305, 'Actor')] }, 'Tags[0].Id'],
    [hooks, hook, { workSpaceId: 999 }, 'WorkSpaceId'],
  ])('%s %j with %j', async (path, valid, change, field) => {
    expect((await post(path, valid)).status).toBe(200);
    const { status, body } = await post<Problem>(path, { ...valid, ...change });
    expect(status).toBe(400);
    expect(Object.keys(body.errors ?? {})).toEqual([field]);
    expect(body.errors?.[field]?.[0]).toContain(field);
  });

  it('a message names the limit', async () => {
    const { body } = await post<Problem>(tasks, { ...validTask, label: long(121) });
    expect(body.errors?.Label?.[0]).toContain('120');
  });

  it('every bad field is named at once', async () => {
    const { body } = await post<Problem>(requests, { title: 5, locale: 'fr', extra: 1 });
    expect(Object.keys(body.errors ?? {}).sort()).toEqual(['AreaId', 'Extra', 'Purposes', 'Title']);
  });

  it('an unknown processing or actor is a 404 when attaching', async () => {
    expect((await post(attach, { ...link, actorIds: [1001, 999] })).status).toBe(404);
    const dataProcessingId = '00000999-0001-4000-8000-000000000001';
    expect((await post(attach, { ...link, dataProcessingId })).status).toBe(404);
  });
});

describe('bodies are accepted', () => {
  it.each([
    '2026-12-01',
    '2026-12-01T10:00',
    '2026-12-01T10:00:00',
    '2026-12-01T10:00:00.6882299',
    '2026-12-01T10:00:00Z',
    '2026-12-01T12:00:00.5+02:00',
  ])('the date %s', async (deadline) => {
    expect((await post(tasks, { ...validTask, deadline })).status).toBe(200);
  });

  it('texts as long as their limit', async () => {
    expect((await post(tasks, { ...validTask, label: long(120) })).status).toBe(200);
    expect((await post(requests, { ...validRequest, email: long(255) })).status).toBe(200);
  });

  it('null where the document allows it', async () => {
    const nulls = { descriptionHtml: null, deadline: null, projectId: null, tags: null };
    expect((await post(tasks, { ...validTask, ...nulls })).status).toBe(200);
  });
});

describe('queries are refused, with the parameter', () => {
  it.each([
    ['/v1/ws/101/Tasks?pages=1', 'Pages'],
    ['/v1/ws/101/Tasks?Page=1', 'Page'],
    ['/v1/ws/101/Tasks?page=0', 'Page'],
    ['/v1/ws/101/Tasks?page=x', 'Page'],
    ['/v1/ws/101/Tasks?size=0', 'Size'],
    ['/v1/ws/101/Tasks?size=501', 'Size'],
    ['/v1/ws/101/Tasks?asc=yes', 'Asc'],
    ['/v1/ws/101/Tasks?sortBy=nothing', 'SortBy'],
    ['/v1/ws/101/Tasks?select=id,nothing', 'Select'],
    ['/v1/ws/101/Tasks?prios=high', 'Prios[0]'],
    ['/v1/ws/101/Tasks?start=soon', 'Start'],
    ['/v1/ws/101/Tasks?iteration=x', 'Iteration'],
    ['/v1/ws/101/Actors?tags=1&tags=x', 'Tags[1]'],
    ['/v1/ws/101/Actors/1001?select=nothing', 'Select'],
    ['/v1/ws/101/Tags?type=task', 'Type'],
    ['/v1/ws/101/Projects?archived=1', 'Archived'],
    ['/v1/ws/101/SubjectCategories?q=x', 'Q'],
    ['/v1/TenantUsers?workspace=101', 'Workspace'],
    ['/v1/WorkSpaces?state=active', 'State'],
    ['/v1/WebHookUrls?workSpaceId=101', 'WorkSpaceId'],
  ])('%s', async (path, parameter) => {
    const { status, body } = await get<Problem>(path);
    expect(status).toBe(400);
    expect(Object.keys(body.errors ?? {})).toEqual([parameter]);
  });
});

it('the other name of requests is taken when the switch says so', async () => {
  await set({ rightsRequestType: 'DataSubjectRequest' });
  const newName = tag(302, 'DataSubjectRequest');
  expect((await post(requests, { ...validRequest, tags: [newName] })).status).toBe(200);
  const oldName = tag(302, 'DataSubject');
  expect((await post(requests, { ...validRequest, tags: [oldName] })).status).toBe(400);
});
