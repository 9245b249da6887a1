using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Whose time a date is in.</summary>
[DataContract(Name = "DateTimeBehavior", Namespace = ContractNamespaces.Metadata2013)]
public sealed class DateTimeBehavior : ConstantsBase<string>
{
    /// <summary>A day without time and zone.</summary>
    public static readonly DateTimeBehavior DateOnly = new() { Value = "DateOnly" };

    /// <summary>A time that is the same in every zone.</summary>
    public static readonly DateTimeBehavior TimeZoneIndependent = new() { Value = "TimeZoneIndependent" };

    /// <summary>The user's time.</summary>
    public static readonly DateTimeBehavior UserLocal = new() { Value = "UserLocal" };

    /// <summary>The constant of this value.</summary>
    public static implicit operator DateTimeBehavior(string value) => new() { Value = value };
}
