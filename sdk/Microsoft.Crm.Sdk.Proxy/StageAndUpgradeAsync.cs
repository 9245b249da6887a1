using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Upgrades a managed solution in a system job: what the new version no longer has is removed.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class StageAndUpgradeAsyncRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public StageAndUpgradeAsyncRequest() => RequestName = "StageAndUpgradeAsync";

    /// <summary>Whether customizations that somebody made over the managed components are overwritten.</summary>
    public bool OverwriteUnmanagedCustomizations
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>Whether the processes of the solution are activated.</summary>
    public bool PublishWorkflows
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>The solution file.</summary>
    public byte[] CustomizationFile
    {
        get => this.Get<byte[]>();
        set => this.Set(value);
    }

    /// <summary>The id of the import job that tells of the progress.</summary>
    public Guid ImportJobId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>Obsolete: a managed solution takes over matching unmanaged components by itself.</summary>
    public bool ConvertToManaged
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>Whether dependencies on updates of the product are not enforced.</summary>
    public bool SkipProductUpdateDependencies
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="StageAndUpgradeAsyncRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class StageAndUpgradeAsyncResponse : OrganizationResponse
{
    /// <summary>The system job that imports.</summary>
    public Guid AsyncOperationId => this.Get<Guid>();

    /// <summary>The key of the import job.</summary>
    public string ImportJobKey => this.Get<string>();
}
