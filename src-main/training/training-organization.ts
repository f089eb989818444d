/** O of every name in the training PKI: what tells its cards and authorities from real ones. */
export const trainingOrganization = 'Madoguchi Training'
