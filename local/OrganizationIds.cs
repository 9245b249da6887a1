using System;

namespace CrmAddon.Local;

/// <summary>The rows that exist before anybody writes one. Their ids are the same in every database.</summary>
internal sealed record OrganizationIds(Guid Organization, Guid BusinessUnit, Guid SystemUser, Guid BaseCurrency)
{
    public static OrganizationIds Fixed { get; } = new(
        new Guid("10ca10ca-0000-4000-8000-000000000001"),
        new Guid("10ca10ca-0000-4000-8000-000000000002"),
        new Guid("10ca10ca-0000-4000-8000-000000000003"),
        new Guid("10ca10ca-0000-4000-8000-000000000004"));
}
