namespace CrmAddon.Local.Portal;

/// <summary>Which rows a table permission covers; the numbers are those of <c>adx_scope</c>.</summary>
internal enum PortalScope
{
    /// <summary>All rows.</summary>
    Global = 756150000,

    /// <summary>Rows related to the contact.</summary>
    Contact = 756150001,

    /// <summary>Rows related to the contact's account.</summary>
    Account = 756150002,

    /// <summary>Rows related to rows that another permission covers.</summary>
    Parent = 756150003,

    /// <summary>The contact's own row.</summary>
    Self = 756150004,
}
