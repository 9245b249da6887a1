using System;
using System.Collections.Generic;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions;

/// <summary>What import, export and removal refuse, with the platform's codes.</summary>
internal static class SolutionFaults
{
    private const int BadZip = unchecked((int)0x80048060);
    private const int InvalidXml = unchecked((int)0x8004802C);
    private const int ImportError = unchecked((int)0x80048033);
    private const int MissingDependencies = unchecked((int)0x8004801D);
    private const int MissingComponent = unchecked((int)0x8004801F);
    private const int InstalledUnmanaged = unchecked((int)0x80048040);
    private const int InstalledManaged = unchecked((int)0x80048041);
    private const int SystemSolution = unchecked((int)0x80048046);
    private const int ManagedExport = unchecked((int)0x80048036);
    private const int MissingExport = unchecked((int)0x80048037);
    private const int Dependencies = unchecked((int)0x8004F01F);
    private const int Locked = unchecked((int)0x80071151);

    private const string ModesMatch = "Import can only update solutions when the modes match. Uninstall the current solution and try again.";

    public static FaultException<OrganizationServiceFault> NoPackage() => Faults.Create(
        BadZip, "The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml. Customization files exported from previous versions of Microsoft Dynamics 365 are not supported.");

    public static FaultException<OrganizationServiceFault> Invalid(string why) => Faults.Create(
        InvalidXml, $"This solution package cannot be imported because it contains invalid XML. {why}");

    public static FaultException<OrganizationServiceFault> Failed(string solution, string why) => Faults.Create(
        ImportError, $"The import of solution: {solution} failed. {why}");

    public static FaultException<OrganizationServiceFault> Missing(string solution, IEnumerable<string> missing) => Faults.Create(
        MissingDependencies, $"The following solution cannot be imported: {solution}. Some dependencies are missing. {string.Join(' ', missing)}");

    public static FaultException<OrganizationServiceFault> NoRoot(RootComponent component) => Faults.Create(
        MissingComponent, FormattableString.Invariant($"Cannot add a Root Component {component.Name} of type {component.Type} because it is not in the target system."));

    public static FaultException<OrganizationServiceFault> Modes(bool isInstalledManaged) => isInstalledManaged
        ? Faults.Create(InstalledManaged, $"The solution is already installed on this system as a managed solution and the package supplied is attempting to install it in unmanaged mode. {ModesMatch}")
        : Faults.Create(InstalledUnmanaged, $"The solution is already installed on this system as an unmanaged solution and the package supplied is attempting to install it in managed mode. {ModesMatch}");

    public static FaultException<OrganizationServiceFault> Older(string solution, Version package, Version installed) => Failed(
        solution, $"Version {package} is lower than the managed version {installed} that is installed: a managed solution is only replaced by the same or a higher version.");

    public static FaultException<OrganizationServiceFault> System(string solution) => Faults.Create(SystemSolution, $"System solution cannot be imported: {solution}.");

    public static FaultException<OrganizationServiceFault> NotToExport(string solution, bool isManaged) => isManaged
        ? Faults.Create(ManagedExport, "An error occurred while exporting a solution. Managed solutions cannot be exported.")
        : Faults.Create(MissingExport, $"An error occurred while exporting a solution. The solution '{solution}' does not exist in this system.");

    public static FaultException<OrganizationServiceFault> Needed(string what, string why) => Faults.Create(
        Dependencies, $"{what} cannot be deleted because of dependencies from other components in the system. {why}");

    public static FaultException<OrganizationServiceFault> Busy(string wanted, string running) => Faults.Create(
        Locked, $"Cannot start the requested operation [{wanted}] because there is another [{running}] running at this moment. Use Solution History for more details.");

    public static FaultException<OrganizationServiceFault> NoSolution(string? uniqueName) => Faults.Create(
        ErrorCodes.ObjectDoesNotExist, $"The solution with the unique name '{uniqueName}' does not exist in this system.");

    public static FaultException<OrganizationServiceFault> ManagedSolution(string uniqueName) => Faults.Argument(
        $"The solution '{uniqueName}' is managed: components can be added to and removed from unmanaged solutions only.");
}
