using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests.Packing;

/// <summary>A small solution as an environment exports it: one component of each kind, and some that the packager knows nothing of.</summary>
internal static class Sample
{
    public const string Manifest = """
        <ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <SolutionManifest>
            <UniqueName>Sample</UniqueName>
            <LocalizedNames />
            <Version>1.2.3.4</Version>
            <Managed>0</Managed>
            <Publisher>
              <UniqueName>sample</UniqueName>
              <EMailAddress xsi:nil="true"></EMailAddress>
              <CustomizationPrefix>sam</CustomizationPrefix>
            </Publisher>
            <RootComponents>
              <RootComponent type="1" schemaName="sam_boat" behavior="0" />
              <RootComponent type="20" id="{11111111-0000-0000-0000-000000000020}" behavior="0" />
            </RootComponents>
          </SolutionManifest>
        </ImportExportXml>
        """;

    public const string Customizations = """
        <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" OrganizationVersion="9.2.0.0">
          <Entities>
            <Entity>
              <Name LocalizedName="Boat" OriginalName="Boat">sam_Boat</Name>
              <EntityInfo>
                <entity Name="sam_Boat">
                  <ActivityTypeMask></ActivityTypeMask>
                </entity>
              </EntityInfo>
              <FormXml>
                <forms type="card">
                  <systemform>
                    <formid>{11111111-0000-0000-0000-000000000001}</formid>
                  </systemform>
                </forms>
                <forms type="main">
                  <systemform>
                    <formid>{11111111-0000-0000-0000-000000000002}</formid>
                  </systemform>
                  <systemform>
                    <formid>{11111111-0000-0000-0000-000000000003}</formid>
                  </systemform>
                </forms>
              </FormXml>
              <SavedQueries>
                <savedqueries>
                  <savedquery>
                    <savedqueryid>{11111111-0000-0000-0000-000000000004}</savedqueryid>
                  </savedquery>
                  <savedquery>
                    <savedqueryid>{11111111-0000-0000-0000-000000000005}</savedqueryid>
                  </savedquery>
                </savedqueries>
              </SavedQueries>
              <Visualizations>
                <visualization>
                  <savedqueryvisualizationid>{1111111A-0000-0000-0000-000000000006}</savedqueryvisualizationid>
                </visualization>
              </Visualizations>
              <RibbonDiffXml>
                <CustomActions />
                <Templates>
                  <RibbonTemplates Id="Mscrm.Templates"></RibbonTemplates>
                </Templates>
              </RibbonDiffXml>
            </Entity>
          </Entities>
          <Roles>
            <Role id="{11111111-0000-0000-0000-000000000020}" name="Boat: Keeper">
              <RolePrivileges>
                <RolePrivilege name="prvReadsam_Boat" level="Global" />
              </RolePrivileges>
            </Role>
          </Roles>
          <Workflows>
            <Workflow WorkflowId="{11111111-0000-0000-0000-000000000029}" Name="Name is needed">
              <XamlFileName>/Workflows/Nameisneeded-11111111-0000-0000-0000-000000000029.xaml</XamlFileName>
            </Workflow>
          </Workflows>
          <FieldSecurityProfiles>
            <FieldSecurityProfile name="Prices" fieldsecurityprofileid="{11111111-0000-0000-0000-000000000070}">
              <FieldPermissions />
            </FieldSecurityProfile>
          </FieldSecurityProfiles>
          <Templates />
          <EntityMaps />
          <EntityRelationships>
            <EntityRelationship Name="lk_sam_boat_createdby">
              <EntityRelationshipType>OneToMany</EntityRelationshipType>
              <ReferencingEntityName>sam_Boat</ReferencingEntityName>
              <ReferencedEntityName>SystemUser</ReferencedEntityName>
            </EntityRelationship>
            <EntityRelationship Name="sam_boat_account">
              <EntityRelationshipType>ManyToMany</EntityRelationshipType>
              <FirstEntityName>sam_Boat</FirstEntityName>
              <SecondEntityName>Account</SecondEntityName>
            </EntityRelationship>
            <EntityRelationship Name="user_sam_boat">
              <EntityRelationshipType>OneToMany</EntityRelationshipType>
              <ReferencingEntityName>sam_Boat</ReferencingEntityName>
              <ReferencedEntityName>SystemUser</ReferencedEntityName>
            </EntityRelationship>
          </EntityRelationships>
          <OrganizationSettings />
          <optionsets>
            <optionset Name="sam_rig" localizedName="Rig">
              <ExternalTypeName></ExternalTypeName>
            </optionset>
          </optionsets>
          <Dashboards>
            <Dashboard>
              <FormId>{11111111-0000-0000-0000-000000000060}</FormId>
            </Dashboard>
          </Dashboards>
          <WebResources>
            <WebResource>
              <WebResourceId>{11111111-0000-0000-0000-000000000061}</WebResourceId>
              <Name>sam_/icons/boat.svg</Name>
              <FileName>/WebResources/sam_iconsboatsvg11111111-0000-0000-0000-000000000061</FileName>
            </WebResource>
          </WebResources>
          <CustomControls />
          <AppModuleSiteMaps>
            <AppModuleSiteMap>
              <SiteMapUniqueName>sam_Harbor</SiteMapUniqueName>
            </AppModuleSiteMap>
          </AppModuleSiteMaps>
          <AppModules>
            <AppModule>
              <UniqueName>sam_Harbor</UniqueName>
              <OptimizedFor></OptimizedFor>
            </AppModule>
          </AppModules>
          <connectionreferences>
            <connectionreference connectionreferencelogicalname="sam_mail">
              <statecode>0</statecode>
            </connectionreference>
          </connectionreferences>
          <Languages>
            <Language>1033</Language>
          </Languages>
        </ImportExportXml>
        """;

    public static readonly Dictionary<string, string> Parts = new()
    {
        ["[Content_Types].xml"] = "<Types />",
        ["solution.xml"] = Manifest,
        ["customizations.xml"] = Customizations,
        ["Workflows/Nameisneeded-11111111-0000-0000-0000-000000000029.xaml"] = "<Activity />",
        ["WebResources/sam_iconsboatsvg11111111-0000-0000-0000-000000000061"] = "<svg />",
        ["environmentvariabledefinitions/sam_Berths/environmentvariabledefinition.xml"] = "<environmentvariabledefinition schemaname=\"sam_Berths\" />",
        ["bots/sam_pilot/bot.yml"] = "unknown: kept",
    };

    public static MemoryStream Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        zip.Position = 0;
        return zip;
    }

    /// <summary>With one part changed, added or, without text, left out.</summary>
    public static MemoryStream ZipWith(string name, string? text)
    {
        var parts = new Dictionary<string, string>(Parts);
        parts.Remove(name);
        if (text is not null)
            parts.Add(name, text);
        return Zip(parts);
    }

    public static SolutionFiles Files() => SolutionPackage.Unpack(Zip(Parts));

    public static MemoryStream Pack(SolutionFiles files, bool managed = false)
    {
        var zip = new MemoryStream();
        SolutionPackage.Pack(files, zip, managed);
        zip.Position = 0;
        return zip;
    }

    public static Dictionary<string, string> Read(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        var parts = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts.Add(entry.FullName, reader.ReadToEnd());
        }

        return parts;
    }

    public static string Text(this SolutionFiles files, string path) => Encoding.UTF8.GetString(files[path]);
}
