namespace CrmAddon.Sdk.Tests.Connector;

/// <summary>What the connector says of a member of the SDK.</summary>
/// <param name="Assembly">The SDK assembly.</param>
/// <param name="Type">Full name of the type that the connector looks the member up in.</param>
/// <param name="Member">The member's name; null for the type itself.</param>
/// <param name="Signature">The member's signature as <see cref="SignatureText"/> writes it.</param>
/// <param name="OfInstantiation">Whether the member is one of an instantiated generic type.</param>
internal sealed record SdkReference(string Assembly, string Type, string? Member, string Signature, bool OfInstantiation)
{
    public override string ToString() => Member is null ? $"[{Assembly}]{Type}" : $"[{Assembly}]{Type}::{Member} {Signature}";
}
