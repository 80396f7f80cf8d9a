@echo off
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /i "version"') do set "VERSION=%%~v"
for /f "delims=. tokens=1" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR (
  echo error: Java was not found; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
if %MAJOR% LSS 17 (
  echo error: Java %VERSION% is too old; Ramify needs 17 or newer 1>&2
  exit /b 1
)
set "FLAGS="
if %MAJOR% GEQ 22 set "FLAGS=--enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% "-Dramify.home=%HOME_DIR%" %RAMIFY_OPTS% -cp "%HOME_DIR%\lib\*" dev.ramify.cli.Main %*
