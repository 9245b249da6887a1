namespace Microsoft.Xrm.Sdk;

/// <summary>Lines for the person who looks for a fault.</summary>
public interface ITracingService
{
    /// <summary>Writes a line in the manner of <see cref="string.Format(string, object[])"/>.</summary>
    void Trace(string format, params object[] args);
}
