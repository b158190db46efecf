namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Cases that are not ours, each with the reason.</summary>
internal static class KnownDifferences
{
    private const string NoShell = "commands are started without a shell";
    private const string NoOption = "there is no option for this in code; the environment and the profile have it";
    private const string Extended = "it asks the older metadata path first; the same case in imds-extended is ours";

    private const string Names = "names may hold any character, and be quoted, as AWS CLI v2 writes them";
    private const string Comments = "a comment stands on a line of its own, as in botocore and AWS CLI v2";
    private const string Duplicates = "what appears twice is an error, as in botocore and AWS CLI v2";
    private const string Delimiters = "a colon may stand for the equals sign, as in botocore and AWS CLI v2";
    private const string Blanks = "a blank line within a value belongs to it, as in botocore and AWS CLI v2";

    private static readonly Dictionary<string, string> s_reasons = new()
    {
        ["All comment types can be used together."] = Comments,
        ["Comments can be empty."] = Comments,
        ["Pound sign comments are ignored."] = Comments,
        ["Semicolon sign comments are ignored."] = Comments,
        ["Property definitions must contain an equals sign."] = Delimiters,
        ["Sub-properties can have blank lines that are ignored"] = Blanks,
        ["Duplicate profiles in the same file merge properties."] = Duplicates,
        ["Duplicate properties in a profile use the last one defined."] = Duplicates,
        ["Duplicate properties in duplicate profiles use the last one defined."] = Duplicates,
        ["Duplicate properties in duplicate profiles use the last one defined (case insensitive)."] = Duplicates,
        ["Default profiles with mixed prefixes in the config file ignore the one without prefix when merging."] =
            Duplicates,
        ["Default profiles with mixed prefixes merge with credentials"] = Duplicates,
        ["Default profile with profile prefix overrides default profile without prefix when profile prefix is first."] =
            "of [default] and [profile default] the later one counts, as in botocore and AWS CLI v2",
        ["Profile names support alphanumeric characters and - / . % @ _ : +"] = Names,
        ["Invalid profile names are ignored."] = Names,
        ["Invalid property names are ignored."] = Names,
        ["default-chain/profile_overrides_web_identity"] =
            "the original client asks the profile before the variables of web identity",
        ["default-chain/imds_assume_role"] = Extended,
        ["default-chain/imds_config_with_no_creds"] = Extended,
        ["default-chain/imds_default_chain_error"] = Extended,
        ["default-chain/imds_default_chain_retries"] = Extended,
        ["default-chain/imds_default_chain_success"] = Extended,
        ["default-chain/imds_no_iam_role"] = Extended,
        ["profile-provider/credential_process"] = NoShell,
        ["profile-provider/credential_process_account_id_fallback"] = NoShell,
        ["profile-provider/credential_process_failure"] = NoShell,
        ["profile-provider/credential_process_invalid"] = NoShell,
        ["SSO token profile selected"] =
            "a profile that gives a token alone has no credentials, and the search goes on",
        ["explicit endpoint override"] = NoOption,
        ["explicit mode override"] = NoOption,
        ["environment variable overrides endpoint mode override"] = NoOption,
    };

    /// <summary>Skips the test of a case that is listed here.</summary>
    public static void SkipListed(string name) =>
        Assert.SkipWhen(s_reasons.TryGetValue(name, out string? reason), $"{name}: {reason}.");
}
