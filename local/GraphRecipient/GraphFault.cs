namespace CrmAddon.Local.GraphRecipient;

/// <summary>Something that goes wrong with one request, as it does with the real Graph.</summary>
/// <param name="Status">The status answered instead of the right one; null leaves the right one.</param>
/// <param name="RetryAfter">The header Retry-After, in seconds or as an HTTP date.</param>
/// <param name="Works">Whether the request is carried out all the same.</param>
/// <param name="Drops">Whether the connection breaks instead of an answer.</param>
public sealed record GraphFault(int? Status, string? RetryAfter, bool Works, bool Drops)
{
    /// <summary>An error, and nothing was done.</summary>
    public static GraphFault Refuse(int status, string? retryAfter = null) => new(status, retryAfter, Works: false, Drops: false);

    /// <summary>An error, although it was done.</summary>
    public static GraphFault RefuseAfterwards(int status, string? retryAfter = null) => new(status, retryAfter, Works: true, Drops: false);

    /// <summary>It was done and confirmed; the answer carries a Retry-After all the same.</summary>
    public static GraphFault Confirm(string retryAfter) => new(null, retryAfter, Works: true, Drops: false);

    /// <summary>The connection breaks before anything was done.</summary>
    public static GraphFault Drop() => new(null, null, Works: false, Drops: true);

    /// <summary>The connection breaks after it was done: the answer is lost.</summary>
    public static GraphFault DropAfterwards() => new(null, null, Works: true, Drops: true);
}
