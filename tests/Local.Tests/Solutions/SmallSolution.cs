using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>A solution file of one table with a form, a view and a web resource, to change and import.</summary>
internal sealed class SmallSolution
{
    public const string Name = "Small";
    public static readonly Guid Form = new("3d8f0a0c-3f53-4a43-a5b1-6a4f7a6f0001");
    public static readonly Guid View = new("3d8f0a0c-3f53-4a43-a5b1-6a4f7a6f0002");
    public static readonly Guid Script = new("3d8f0a0c-3f53-4a43-a5b1-6a4f7a6f0003");

    public string UniqueName { get; init; } = Name;

    public string Version { get; init; } = "1.0.0.0";

    public bool IsManaged { get; init; }

    /// <summary>The table's columns besides its name: name and type.</summary>
    public (string Name, string Type)[] Columns { get; init; } = [("sml_code", "nvarchar"), ("sml_count", "int")];

    public bool HasTable { get; init; } = true;

    public bool HasView { get; init; } = true;

    public string FormXml { get; init; } = "<form><tabs><tab name=\"general\" /></tabs></form>";

    public string MissingDependencies { get; init; } = "";

    /// <summary>Further files, and what replaces others.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    public byte[] Pack() => PackWith(manifest => manifest);

    /// <summary>Packs it with a manifest that was changed.</summary>
    public byte[] PackWith(Func<string, string> manifest)
    {
        using var zip = new MemoryStream();
        var files = Unpacked();
        files["Other/Solution.xml"] = manifest(files["Other/Solution.xml"]);
        SolutionPackage.Pack(new SolutionFiles(files.Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetBytes(f.Value)))), zip, IsManaged);
        return zip.ToArray();
    }

    /// <summary>The solution as a folder.</summary>
    public void Write(string folder)
    {
        foreach (var (path, text) in Unpacked())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private Dictionary<string, string> Unpacked()
    {
        var files = new Dictionary<string, string>
        {
            ["Other/Solution.xml"] = $"""
                <?xml version="1.0" encoding="utf-8"?>
                <ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <SolutionManifest>
                    <UniqueName>{UniqueName}</UniqueName>
                    <LocalizedNames><LocalizedName description="Small solution" languagecode="1033" /></LocalizedNames>
                    <Descriptions />
                    <Version>{Version}</Version>
                    <Managed>2</Managed>
                    <Publisher>
                      <UniqueName>small</UniqueName>
                      <LocalizedNames><LocalizedName description="Small Inc." languagecode="1033" /></LocalizedNames>
                      <Descriptions />
                      <CustomizationPrefix>sml</CustomizationPrefix>
                      <CustomizationOptionValuePrefix>21000</CustomizationOptionValuePrefix>
                      <Addresses />
                    </Publisher>
                    <RootComponents>{(HasTable ? "<RootComponent type=\"1\" schemaName=\"sml_thing\" behavior=\"0\" />" : "")}<RootComponent type="61" schemaName="sml_script.js" behavior="0" /></RootComponents>
                    <MissingDependencies>{MissingDependencies}</MissingDependencies>
                  </SolutionManifest>
                </ImportExportXml>
                """,
            ["Other/Customizations.xml"] = """
                <?xml version="1.0" encoding="utf-8"?>
                <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <Entities />
                  <Roles />
                  <Workflows />
                  <FieldSecurityProfiles />
                  <Templates />
                  <EntityMaps />
                  <EntityRelationships />
                  <OrganizationSettings />
                  <optionsets />
                  <WebResources />
                  <CustomControls />
                  <EntityDataProviders />
                  <Languages><Language>1033</Language></Languages>
                </ImportExportXml>
                """,
            ["WebResources/sml_script.js"] = "alert('small');",
            ["WebResources/sml_script.js.data.xml"] = $$"""
                <?xml version="1.0" encoding="utf-8"?>
                <WebResource xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <WebResourceId>{{{Script}}}</WebResourceId>
                  <Name>sml_script.js</Name>
                  <DisplayName>Script</DisplayName>
                  <WebResourceType>3</WebResourceType>
                  <IntroducedVersion>1.0.0.0</IntroducedVersion>
                  <IsCustomizable>1</IsCustomizable>
                  <FileName>/WebResources/sml_scriptjs{{Script.ToString("D").ToUpperInvariant()}}</FileName>
                </WebResource>
                """,
        };
        if (HasTable)
        {
            files["Entities/sml_Thing/Entity.xml"] = Entity();
            files[$"Entities/sml_Thing/FormXml/main/{Form:B}.xml"] = $$"""
                <?xml version="1.0" encoding="utf-8"?>
                <forms xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <systemform>
                    <formid>{{{Form}}}</formid>
                    <IntroducedVersion>1.0.0.0</IntroducedVersion>
                    <FormPresentation>1</FormPresentation>
                    <FormActivationState>1</FormActivationState>
                    {{FormXml}}
                    <IsCustomizable>1</IsCustomizable>
                    <CanBeDeleted>1</CanBeDeleted>
                    <LocalizedNames><LocalizedName description="Thing" languagecode="1033" /></LocalizedNames>
                  </systemform>
                </forms>
                """;
        }

        if (HasTable && HasView)
        {
            files[$"Entities/sml_Thing/SavedQueries/{View:B}.xml"] = $$"""
                <?xml version="1.0" encoding="utf-8"?>
                <savedqueries xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <savedquery>
                    <isdefault>1</isdefault>
                    <savedqueryid>{{{View}}}</savedqueryid>
                    <layoutxml><grid name="resultset"><row name="result" id="sml_thingid"><cell name="sml_name" width="300" /></row></grid></layoutxml>
                    <querytype>0</querytype>
                    <fetchxml><fetch version="1.0" mapping="logical"><entity name="sml_thing"><attribute name="sml_thingid" /><attribute name="sml_name" /></entity></fetch></fetchxml>
                    <LocalizedNames><LocalizedName description="Things" languagecode="1033" /></LocalizedNames>
                  </savedquery>
                </savedqueries>
                """;
        }

        foreach (var (path, text) in Files)
        {
            files[path] = text;
        }

        return files;
    }

    private string Entity() => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Name LocalizedName="Thing" OriginalName="Thing">sml_Thing</Name>
          <EntityInfo>
            <entity Name="sml_Thing">
              <LocalizedNames><LocalizedName description="Thing" languagecode="1033" /></LocalizedNames>
              <LocalizedCollectionNames><LocalizedCollectionName description="Things" languagecode="1033" /></LocalizedCollectionNames>
              <attributes>
                <attribute PhysicalName="sml_ThingId"><Type>primarykey</Type><Name>sml_thingid</Name><LogicalName>sml_thingid</LogicalName><RequiredLevel>systemrequired</RequiredLevel></attribute>
                <attribute PhysicalName="sml_Name"><Type>nvarchar</Type><Name>sml_name</Name><LogicalName>sml_name</LogicalName><RequiredLevel>none</RequiredLevel><DisplayMask>PrimaryName</DisplayMask><MaxLength>100</MaxLength></attribute>
        {string.Join('\n', Columns.Select(c => $"        <attribute PhysicalName=\"{c.Name}\"><Type>{c.Type}</Type><Name>{c.Name}</Name><LogicalName>{c.Name}</LogicalName><RequiredLevel>none</RequiredLevel></attribute>"))}
              </attributes>
              <EntitySetName>sml_things</EntitySetName>
              <OwnershipTypeMask>UserOwned</OwnershipTypeMask>
            </entity>
          </EntityInfo>
          <FormXml />
          {(HasView ? "<SavedQueries />" : "")}
        </Entity>
        """;
}
