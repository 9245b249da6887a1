namespace CrmAddon.Registration;

/// <summary>Which snapshot of the row an image is; the values are the platform's.</summary>
public enum ImageType
{
    /// <summary>Before the operation.</summary>
    Pre = 0,

    /// <summary>After the operation.</summary>
    Post = 1,

    /// <summary>Both, under one alias.</summary>
    Both = 2,
}
