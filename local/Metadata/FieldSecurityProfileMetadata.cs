using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>A column security profile that a solution brings.</summary>
internal sealed record FieldSecurityProfileMetadata(Guid Id, string Name, string? Description, IReadOnlyList<FieldPermissionMetadata> Permissions);

/// <summary>What a profile allows on one secured column.</summary>
internal sealed record FieldPermissionMetadata(string Table, string Column, bool CanRead, bool CanCreate, bool CanUpdate);
