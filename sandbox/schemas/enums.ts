/**
 * The enumerations of the OpenAPI document, in its order: the first member is what a missing
 * value or a wrong name in a filter becomes (fact sheet §1). Two members that only newer
 * documents know come last.
 */

export const workSpaceStates = ['Active', 'Archived', 'Deleted'] as const;
export const areaTypes = ['Entity', 'Area'] as const;
export const baseRoles = [
  'User',
  'Admin',
  'SuperAdmin',
  'API',
  'Author',
  'Support',
  'Marketing',
  'Sales',
] as const;

/** `DataSubjectRequest`: drift of the 2023 sample (fact sheet §9, 4). */
export const tagTypes = [
  'DataProcessing',
  'DataSubject',
  'DataBreach',
  'Task',
  'Actor',
  'SecurityMeasure',
  'Asset',
  'Risk',
  'DataRetentionRule',
  'AuditTemplate',
  'DataSubjectRequest',
] as const;

/** `DataSubjectRequest`: drift of the 2023 sample (fact sheet §9, 4). */
export const workflowTypes = [
  'DataSubject',
  'DataBreach',
  'Task',
  'DataProcessing',
  'DataSubjectRequest',
] as const;

/** `DataSubjectRequest`: drift of the 2023 sample (fact sheet §9, 4). */
export const taskObjectTypes = [
  'DataProcessing',
  'DataSubject',
  'DataBreach',
  'AuditResponse',
  'Actor',
  'Asset',
  'DataRetentionRule',
  'RiskEvaluation',
  'ControlPoint',
  'SecurityMeasure',
  'DataSubjectRequest',
] as const;

export const priorities = ['High', 'Medium', 'Low'] as const;
export const taskStates = ['Open', 'Active', 'Closed', 'Archived'] as const;

export const purposes = [
  'Unknown',
  'Information',
  'Access',
  'Rectification',
  'Erasure',
  'Restriction',
  'Opposition',
  'Portability',
  'AdvanceDirectives',
  'AutomatedDecision',
] as const;
export const requestStates = [
  'Open',
  'IdentityValidation',
  'Processing',
  'Active',
  'Closed',
] as const;
export const channels = [
  'Internal',
  'Form',
  'Widget',
  'POP3',
  'IMAP',
  'Import',
  'Zapier',
  'IncomingEmail',
] as const;
export const closedReasons = [
  'None',
  'Accepted',
  'Duplicate',
  'WrongIdentity',
  'NotAdmissible',
  'Other',
  'Cancelled',
  'FiledAway',
] as const;
export const personCategories = [
  'Prospect',
  'Client',
  'FormerClient',
  'ParticularPerson',
  'Employee',
  'Candidate',
  'ExternalProvider',
  'ExternalServiceProvider',
  'Other',
  'TemporaryWorker',
  'Agent',
  'ElectedRepresentative',
  'PublicServiceUser',
  'Visitors',
  'OldEmployee',
  'EndUsers',
  'Citizen',
  'Patient',
  'HealthProfessional',
  'Students',
  'AgedPeople',
  'Member',
  'Beneficiary',
  'Child',
  'InternetUsers',
] as const;

export const actorTypes = ['Physical', 'Morale'] as const;
export const vendorTypes = ['B2B', 'B2C'] as const;
export const accessLevels = ['None', 'Restricted', 'Full'] as const;
export const actorReferences = [
  'Vendor',
  'DataController',
  'ThirdParty',
  'InternalService',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
] as const;

export const processingRecordStates = ['Active', 'Draft', 'Archived', 'Deleted'] as const;
export const processingStates = ['Study', 'BeingDeployed', 'InProduction', 'Stopped'] as const;
export const processingTypes = ['Default', 'Vendor'] as const;

export const linkTypes = ['Recipient', 'DataController', 'Stakeholder', 'Referent'] as const;
export const recipientTypes = [
  'InternalService',
  'Vendor',
  'ThirdParty',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
  'AuthorizedThirdParty',
] as const;
export const jobTitles = [
  'Other',
  'JointController',
  'DataProtectionOfficerRepresentative',
  'DataController',
  'DataProtectionOfficer',
  'ProcessImplementationManager',
  'Processor',
  'DataControllerRepresentative',
  'Referent',
  'ChiefInformationSecurityOfficer',
] as const;

/** The events a webhook URL can subscribe to (fact sheet §5). */
export const notificationChannels = [
  'ProcessingCreation',
  'ProcessingModification',
  'ProcessingStateChange',
  'DataSubjectCreation',
  'DataSubjectUpdate',
  'DataSubjectStateChange',
  'DataBreachCreation',
  'DataBreachModification',
  'TaskCreation',
  'TaskEdit',
  'CookieWidget',
  'TaskChangeState',
  'CommentNew',
  'ProcessingArchived',
  'DataSubjectArchived',
  'DataBreachArchived',
  'DataBreachChangeState',
  'ProcessingAddRelation',
  'ProcessingRemoveRelation',
  'UserSession',
  'UserInvited',
  'UserRevoked',
  'PermissionChange',
  'WorkspaceDeleted',
  'OwnerAdded',
  'OwnerDeleted',
  'UserLogin',
  'DataSubjectWidgetCreation',
  'DataSubjectMessage',
  'UserDeleted',
  'ProcessingDeleted',
  'DataSubjectIdentityValidated',
  'UserMaxLoginAttempts',
  'TaskMention',
  'CommentMention',
  'AuditResponseRefused',
  'AuditResponseValidated',
  'AuditResponseUpdated',
  'AuditResponseFinalized',
  'AuditResponseActionPlanGenerated',
  'AuditResponsePlanified',
  'AuditResponseInvitation',
  'AuditAnnotationAdded',
  'AuditAnnotationChangeState',
  'ReportingNewsletter',
  'PushNotificationOptinMessage',
  'TaskAssigned',
  'AuditTemplateUpdated',
  'AuditTemplateCreated',
  'AddGenericRelation',
  'RemoveGenericRelation',
  'TicketStatusChanged',
  'RiskEvaluationCreated',
  'RiskEvaluationUpdated',
  'RiskEvaluationSwitchState',
  'ControlPointCreated',
  'ControlPointUpdated',
  'AuditAnnotationMentioned',
  'ProcessingPublished',
  'ReplicationJobSuccess',
  'ReplicationJobFailed',
  'ProcessingDraft',
  'ContributionAccepted',
  'ContributionRejected',
  'DataSubjectRequestProcessed',
  'DataSubjectMessageAssigned',
  'ProcessingInvitation',
  'ProcessingExpired',
  'AuditResponseExpired',
  'DataBreachExpired',
  'TaskArchived',
] as const;
