namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary>How a client signs in.</summary>
public enum AuthenticationType
{
    /// <summary>Active Directory, on premises. Not carried out here.</summary>
    AD = 0,

    /// <summary>A person, in a dialog or by name and password. Not carried out here: a service signs in as an app.</summary>
    OAuth = 5,

    /// <summary>An app and its certificate.</summary>
    Certificate = 6,

    /// <summary>An app and its secret.</summary>
    ClientSecret = 7,

    /// <summary>The program brings the tokens itself.</summary>
    ExternalTokenManagement = 99,

    /// <summary>Not connected.</summary>
    InvalidConnection = -1,
}
