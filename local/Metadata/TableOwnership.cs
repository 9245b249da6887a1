namespace CrmAddon.Local.Metadata;

/// <summary>Who owns the rows of a table.</summary>
internal enum TableOwnership
{
    None,
    Organization,
    User,
    BusinessUnit,
}
