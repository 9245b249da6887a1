using System;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration;

/// <summary>What the platform refuses to register.</summary>
internal static class RegistrationFaults
{
    public static FaultException<OrganizationServiceFault> NotWritable(string message, string table) =>
        Faults.Create(ErrorCodes.NotSupported, $"The '{message}' method does not support entities of type '{table}'.");

    /// <summary><see href="https://learn.microsoft.com/troubleshoot/power-platform/dataverse/working-with-solutions/invalidpluginassemblycontent"/></summary>
    public static FaultException<OrganizationServiceFault> AssemblyContent(string why) => Faults.Create(
        ErrorCodes.InvalidPluginAssemblyContent, $"Plug-in assembly does not contain the required types or assembly content cannot be updated. {why}");

    public static FaultException<OrganizationServiceFault> Unsigned(string assembly) => Faults.Create(
        ErrorCodes.PluginAssemblyMustHavePublicKeyToken, $"Public assembly must have public key token. {assembly} is not signed; in a plug-in package it would not have to be.");

    public static FaultException<OrganizationServiceFault> NoPrefix(string? name) => Faults.Create(
        ErrorCodes.IsvAborted,
        $"The nuget file name does not contain a solution prefix. The package is named '{name}': its name has to begin with the customization prefix of a publisher of this environment and an underscore.");

    public static FaultException<OrganizationServiceFault> Package(string why) => Faults.Create(ErrorCodes.IsvAborted, $"The plug-in package can't be registered: {why}");

    public static FaultException<OrganizationServiceFault> Fixed(string column) => Faults.Create(ErrorCodes.IsvAborted, $"PluginPackage {column} cannot be updated.");

    public static FaultException<OrganizationServiceFault> TypeInUse(string type, long steps) => Faults.Create(
        ErrorCodes.IsvAborted,
        string.Create(CultureInfo.InvariantCulture, $"Unable to delete '{type}' plugintype due to {steps} step(s) registered on it. Please delete step registrations and try the operation again."));

    public static FaultException<OrganizationServiceFault> PartOfPackage(string what) =>
        Faults.Create(ErrorCodes.IsvAborted, $"Unable to delete {what} as it is part of plugin package. Delete the package, or update its content.");

    public static FaultException<OrganizationServiceFault> NoSteps(string message, string? table) => Faults.Argument(
        $"Custom SdkMessageProcessingStep is not allowed on the specified message and entity: {message}{(table is null ? "" : " of " + table)}.");

    public static FaultException<OrganizationServiceFault> ImageType(string message) => Faults.Argument($"Message {message} does not support this image type.");

    public static FaultException<OrganizationServiceFault> ImageProperty(string message, string property, string valid) => Faults.Create(
        ErrorCodes.SdkInvalidMessagePropertyName, $"Message property name '{property}' is not valid on message {message}: it takes {valid}.");

    public static FaultException<OrganizationServiceFault> Duplicate(string table, string column, string value) => Faults.Create(
        ErrorCodes.DuplicateRecord, $"Cannot insert duplicate key. A row of '{table}' with {column} '{value}' exists.");

    /// <summary>Why a type or assembly can't be read, as part of another sentence.</summary>
    public static string Reason(Exception e) => e.Message.TrimEnd('.');
}
