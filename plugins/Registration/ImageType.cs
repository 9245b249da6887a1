namespace CrmAddon.Plugins.Registration;

/// <summary>Which snapshot of the row an image holds; the values are the platform's.</summary>
public enum ImageType
{
    /// <summary>The row before the operation.</summary>
    Pre = 0,

    /// <summary>The row after the operation.</summary>
    Post = 1,

    /// <summary>Both snapshots under one alias.</summary>
    Both = 2,
}
