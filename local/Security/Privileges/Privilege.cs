using System;

namespace CrmAddon.Local.Security;

/// <summary>Something that a role can allow: an action on the rows of a table (<c>prvReadAccount</c>), or a task (<c>prvAssignRole</c>).</summary>
/// <param name="Id">Id of the row of <c>privilege</c>; made of the name, so that it is the same in every database.</param>
/// <param name="Name">Name as in the platform.</param>
/// <param name="Right">The action on rows; none for a task.</param>
internal sealed record Privilege(Guid Id, string Name, AccessRight Right);
